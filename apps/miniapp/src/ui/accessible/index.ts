import { mergeInternalComponents } from "@tarojs/shared";
import { accessibleComponents } from "./components";

// Templates and runtime number an element's attributes each by itself, from its list of them: an attribute that only the
// templates know shifts all numbers after it, and pictures would have no address.
mergeInternalComponents(accessibleComponents);
