import type { IPluginContext } from "@tarojs/service";
import { accessibleComponents } from "../src/ui/accessible/components";

/**
 * Taro's templates only carry the attributes they know. Screen readers of the hosts read `aria-label`, `aria-role`
 * and `aria-hidden`, so they are added to the elements people can touch. H5 has no templates and passes
 * every attribute on. The runtime has to know the same list: see src/ui/accessible.
 */
export default function accessibleViews(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: "onSetupClose",
    fn(platform: { template?: { mergeComponents(context: unknown, components: unknown): void } }) {
      platform.template?.mergeComponents(ctx, accessibleComponents);
    },
  });
}
