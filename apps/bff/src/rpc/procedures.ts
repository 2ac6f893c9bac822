import type { Session } from "@sanqi/identity";
import { type DepartmentId, type Result, type ShopId, toId } from "@sanqi/kernel";
import { currentTraceId } from "@sanqi/observability";
import { initTRPC, TRPCError } from "@trpc/server";
import type { Context } from "./context.ts";
import { type DomainError, describe, transportErrors } from "./error-table.ts";

/** Who may call a procedure. Every procedure declares one; a test walks the router and fails where it is missing. */
export type Access = "anyone" | "signedIn" | "merchant" | "rider" | "counselor" | "operator";
export type Meta = { readonly access: Access };

/** Carries an expected failure through tRPC to the error formatter. */
export class ExpectedError extends Error {
  readonly failure: DomainError;
  constructor(failure: DomainError) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** tRPC reports a body that is no JSON as a bad request; its cause tells the two apart (a wrong input's is a ZodError). */
const transportCode = ({ code, cause }: TRPCError) =>
  code === "BAD_REQUEST" && cause instanceof SyntaxError ? "PARSE_ERROR" : code;

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    // Subscriptions go over sockets, where the session is looked at again; HTTP streams would outlive it.
    sse: { enabled: false },
    errorFormatter({ shape, error, ctx }) {
      const expected =
        error.cause instanceof ExpectedError
          ? describe(error.cause.failure)
          : transportErrors[transportCode(error)];
      const { code, words } = expected ??
        transportErrors.INTERNAL_SERVER_ERROR ?? { code: "INTERNAL", words: { zh: "", en: "" } };
      const failure = error.cause instanceof ExpectedError ? error.cause.failure : null;
      return {
        code: shape.code,
        // tRPC's own message may quote input or internals: people get our words only.
        message: code,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          sanqi: { code, zh: words.zh, en: words.en, traceId: ctx?.traceId ?? currentTraceId(), failure },
        },
      };
    },
  });

export const router = t.router;

const refuse = (failure: DomainError) => {
  const { rpc } = describe(failure);
  return new TRPCError({ code: rpc, message: failure.kind, cause: new ExpectedError(failure) });
};

/** The value of a result; an expected failure becomes its row of the error table. */
export function unwrap<T>(result: Result<T, DomainError>): T {
  if (result.ok) return result.value;
  throw refuse(result.error);
}

export const callerOf = (session: Session, traceId: string) => ({
  campusId: session.campusId,
  accountId: session.accountId,
  name: session.displayName,
  traceId,
});

const scopes = (session: Session, role: Session["roles"][number]["role"]) =>
  session.roles.filter((r) => r.role === role).map((r) => r.scopeId);

export const shopsOf = (session: Session): ShopId[] =>
  scopes(session, "merchant").map((id) => toId("shop", id));
export const departmentsOf = (session: Session): DepartmentId[] =>
  scopes(session, "counselor").map((id) => toId("department", id));

/** How figures call a failure: by its stable code. */
export const outcomeOf = ({ cause, code }: TRPCError): string =>
  cause instanceof ExpectedError ? describe(cause.failure).code : code;

const measured = t.procedure.use(async ({ ctx, path, next }) => {
  const start = performance.now();
  const result = await next();
  ctx.observe(path, result.ok ? "ok" : outcomeOf(result.error), (performance.now() - start) / 1000);
  return result;
});

/** Open to everybody, also without a session. */
export const anyone = measured.meta({ access: "anyone" });

/** The caller's session; throws the refusal of a call that needs one and has none. */
export function requireSession({ session }: Pick<Context, "session">): Session {
  if (!session) throw refuse({ kind: "sessionInvalid" });
  return session;
}

const withSession = measured.use(({ ctx, next }) => {
  const session = requireSession(ctx);
  return next({ ctx: { ...ctx, session, caller: callerOf(session, ctx.traceId) } });
});

/** Any account; it reaches only what is its own, which the use-case checks by account id. */
export const signedIn = withSession.meta({ access: "signedIn" });

/** Staff of at least one shop; `caller.shopIds` bounds what they reach. */
export const merchant = withSession.meta({ access: "merchant" }).use(({ ctx, next }) => {
  const shopIds = shopsOf(ctx.session);
  if (shopIds.length === 0) throw refuse({ kind: "notAllowed" });
  return next({ ctx: { ...ctx, caller: { ...ctx.caller, shopIds } } });
});

export const rider = withSession.meta({ access: "rider" }).use(({ ctx, next }) => {
  if (scopes(ctx.session, "rider").length === 0) throw refuse({ kind: "notAllowed" });
  return next({ ctx });
});

/** Counselors of at least one department, and only from DingTalk, where the organisation vouches for them. */
export const counselor = withSession.meta({ access: "counselor" }).use(({ ctx, next }) => {
  const departmentIds = departmentsOf(ctx.session);
  if (departmentIds.length === 0 || ctx.session.host !== "dd") throw refuse({ kind: "notAllowed" });
  return next({ ctx: { ...ctx, caller: { ...ctx.caller, departmentIds } } });
});

/** Campus operators, and only with a session of the console. */
export const operator = withSession.meta({ access: "operator" }).use(({ ctx, next }) => {
  if (scopes(ctx.session, "operator").length === 0 || ctx.session.host !== "console")
    throw refuse({ kind: "notAllowed" });
  return next({ ctx });
});
