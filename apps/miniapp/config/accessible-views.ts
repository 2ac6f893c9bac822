import type { IPluginContext } from "@tarojs/service";

/**
 * Taro's templates only carry the attributes they know. Screen readers of the hosts read `aria-label`, `aria-role`
 * and `aria-hidden`, so they are added to the elements people can touch. H5 has no templates and passes
 * every attribute on.
 */
export default function accessibleViews(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: "onSetupClose",
    fn(platform: { template?: { mergeComponents(context: unknown, components: unknown): void } }) {
      const aria = { "aria-label": "", "aria-role": "", "aria-hidden": "" };
      platform.template?.mergeComponents(ctx, { View: aria, Image: { "aria-label": "" } });
    },
  });
}
