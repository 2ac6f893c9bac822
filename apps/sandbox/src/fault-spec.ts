type Common = {
  readonly group: "all" | "wechat" | "wechatPay" | "alipay" | "dingtalk";
  readonly zh: string;
  readonly en: string;
};

/**
 * One switch of the sandbox. `unconfirmed` marks rows of the fact sheets that nobody could confirm: there the switch
 * selects the form and no test may take either for the truth.
 */
export type FaultSpec = Common & { readonly unconfirmed?: true } & (
    | { readonly standard: boolean }
    | { readonly standard: number; readonly unit: "ms" | "count" }
    | { readonly standard: string; readonly choices: readonly string[] }
  );
