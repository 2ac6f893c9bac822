import type { Appearance } from "../../ui/tokens.ts";

type MapColours = Readonly<
  Record<
    | "outside"
    | "campus"
    | "campusEdge"
    | "grass"
    | "wood"
    | "water"
    | "sports"
    | "track"
    | "paved"
    | "road"
    | "roadEdge"
    | "foot"
    | "shade"
    | "building"
    | "buildingEdge"
    | "dormitory"
    | "canteen"
    | "academic"
    | "flow",
    string
  >
>;

/** Quiet ground, so that kitchens, doors and orders are what the eye finds. */
export const mapColours: Readonly<Record<Appearance, MapColours>> = {
  light: {
    outside: "#e9ede8",
    campus: "#f6f5ef",
    campusEdge: "#b9c4ba",
    grass: "#dbecd0",
    wood: "#c8e0c0",
    water: "#b5daee",
    sports: "#cfe6c4",
    track: "#efc6ae",
    paved: "#ece7db",
    road: "#ffffff",
    roadEdge: "#d9dad2",
    foot: "#d8cfbd",
    shade: "rgba(60,70,60,0.16)",
    building: "#e6e2da",
    buildingEdge: "#cbc5b8",
    dormitory: "#d8dcf3",
    canteen: "#fbd9b4",
    academic: "#e3ddd2",
    flow: "#1a62bd",
  },
  dark: {
    outside: "#0c110f",
    campus: "#151b18",
    campusEdge: "#3d4a43",
    grass: "#1b2a20",
    wood: "#1d3325",
    water: "#17384d",
    sports: "#213527",
    track: "#4a3127",
    paved: "#212723",
    road: "#343d38",
    roadEdge: "#1b211e",
    foot: "#3d443c",
    shade: "rgba(0,0,0,0.45)",
    building: "#2a322e",
    buildingEdge: "#414b46",
    dormitory: "#2e3455",
    canteen: "#58401f",
    academic: "#303833",
    flow: "#7db1ff",
  },
};
