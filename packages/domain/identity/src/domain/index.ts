export * from "./console-credential.ts";
export * from "./identity.ts";
export * from "./invitation.ts";
export * from "./login-attempts.ts";
export * from "./nickname.ts";
export * from "./recognise.ts";
export * from "./roles.ts";
export * from "./session.ts";
