/** DingTalk's mini-program client has no badge at tabs; the page itself says how many are unread. */
export function showUnread(_count: number): void {}
