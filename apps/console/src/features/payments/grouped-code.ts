/** "ABCD EFGH": four signs at a time can be read out and repeated. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1 ");
