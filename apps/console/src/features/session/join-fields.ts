/** The code as the server knows it: people type it with spaces, dashes and in small letters. */
export const readCode = (typed: string): string => typed.replaceAll(/[\s-]/g, "").toUpperCase();

export const isCode = (typed: string): boolean => /^[0-9A-Z]{10}$/.test(readCode(typed));

/** Letters and digits of any script, and three signs; the server refuses anything else. */
export const isUsername = (typed: string): boolean => /^[\p{L}\p{N}._@-]+$/u.test(typed.trim());

const shortestPassword = 10;

/** Counted in characters as people count them; that it differs from the user name is the server's to say. */
export const isLongEnough = (password: string): boolean => Array.from(password).length >= shortestPassword;
