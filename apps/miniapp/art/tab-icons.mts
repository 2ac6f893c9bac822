/** Tab bar icons on a 24 px grid: [outline, filled]. The filled form is the selected one. */
export const tabIcons: Record<string, readonly [string, string]> = {
  home: [
    "<path d='M4 11h16a8 8 0 0 1-5 7.4V20H9v-1.6A8 8 0 0 1 4 11z'/><path d='M8.5 8c-1-1.5 1-2 0-3.5M12 8c-1-1.5 1-2 0-3.5M15.5 8c-1-1.5 1-2 0-3.5'/>",
    "<path fill='C' d='M4 11h16a8 8 0 0 1-5 7.4V20H9v-1.6A8 8 0 0 1 4 11z'/><path d='M8.5 8c-1-1.5 1-2 0-3.5M12 8c-1-1.5 1-2 0-3.5M15.5 8c-1-1.5 1-2 0-3.5'/>",
  ],
  orders: [
    "<path d='M6 3.5h12v17l-3-1.8-3 1.8-3-1.8-3 1.8z'/><path d='M9 8.5h6M9 12.5h6'/>",
    "<path fill='C' d='M6 3.5h12v17l-3-1.8-3 1.8-3-1.8-3 1.8z'/><path stroke='#fff' d='M9 8.5h6M9 12.5h6'/>",
  ],
  messages: [
    "<path d='M4 5h16v11.5h-8.5L7.5 20v-3.5H4z'/><path d='M8 10.7h.1M12 10.7h.1M16 10.7h.1'/>",
    "<path fill='C' d='M4 5h16v11.5h-8.5L7.5 20v-3.5H4z'/><path stroke='#fff' stroke-width='2.2' d='M8 10.7h.1M12 10.7h.1M16 10.7h.1'/>",
  ],
  me: [
    "<circle cx='12' cy='8' r='4.2'/><path d='M4 20.5c.8-4.2 4-6 8-6s7.2 1.8 8 6z'/>",
    "<circle fill='C' cx='12' cy='8' r='4.2'/><path fill='C' d='M4 20.5c.8-4.2 4-6 8-6s7.2 1.8 8 6z'/>",
  ],
};

export const tabColours = { plain: "#7A818E", weapp: "#07A350", alipay: "#1677FF", dd: "#007FFF" } as const;
