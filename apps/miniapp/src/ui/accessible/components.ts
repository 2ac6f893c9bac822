const aria = { "aria-label": "", "aria-role": "", "aria-hidden": "" };

/** What screen readers of the hosts read, on the elements that people touch or look at; Taro itself does not carry it. */
export const accessibleComponents = { View: aria, Image: { "aria-label": "" } };
