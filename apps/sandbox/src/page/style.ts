export const style = `
:root{color-scheme:light dark;--bg:#f2f3f5;--card:#fff;--ink:#1a1c1f;--soft:#6b7280;--line:#e5e7eb;--sunk:#f6f7f9;
--weapp:#07a34f;--alipay:#1268e8;--dd:#0f7fc9;--good:#0a7d3f;--goodbg:#e2f5e9;--wait:#8a5a00;--waitbg:#fdf1d6;--back:#6b3fb0;--backbg:#f0e9fb;--bad:#b42318;--badbg:#fde8e6;--off:#5b6470;--offbg:#eceef1}
@media(prefers-color-scheme:dark){:root{--bg:#101215;--card:#1a1d21;--ink:#eceef1;--soft:#9aa3af;--line:#2b3037;--sunk:#22262b;
--weapp:#2cc56f;--alipay:#6ba4ff;--dd:#55b5f2;--good:#5fd394;--goodbg:#12331f;--wait:#f0c05a;--waitbg:#3a2c0c;--back:#c3a4f5;--backbg:#2c2140;--bad:#ff9188;--badbg:#40201d;--off:#a5aeb9;--offbg:#2a2e34}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:64px}
body{margin:0;overflow-wrap:anywhere;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}
em{font-style:normal}
.top{position:sticky;top:0;z-index:2;background:color-mix(in srgb,var(--card) 92%,transparent);backdrop-filter:blur(12px);border-bottom:1px solid var(--line)}
.top>div{max-width:1480px;margin:auto;padding:10px 16px;display:flex;gap:8px 16px;align-items:center;flex-wrap:wrap}
.panel,.payment,.note,.phone{min-width:0}
h1{font-size:18px;margin:0;white-space:nowrap}h1 .en{color:var(--soft);font-weight:500;font-size:14px}
nav{display:flex;gap:4px;margin-left:auto;order:2}
nav a{color:var(--soft);text-decoration:none;padding:6px 10px;border-radius:8px;font-size:14px}
nav a:hover{background:var(--sunk);color:var(--ink)}
form{display:flex;order:1}form input{width:150px}
input,select,button{font:inherit;color:inherit}
input[type=search],input[type=number],select{background:var(--sunk);border:1px solid var(--line);border-radius:8px;padding:6px 10px;min-width:0;max-width:100%}
:focus-visible{outline:2px solid var(--alipay);outline-offset:1px}
.figures{max-width:1480px;margin:16px auto 0;padding:0 16px;display:grid;grid-template-columns:repeat(6,1fr);gap:8px}
.figures div{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:10px 14px}
.figures b{display:block;font-size:22px;line-height:1.2;font-variant-numeric:tabular-nums}.figures span{color:var(--soft);font-size:12px;line-height:1.35;display:block}
main{max-width:1480px;margin:0 auto;padding:16px;display:grid;gap:16px;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr) minmax(0,1fr);align-items:start}
.stack{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.panel{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:16px}
h2{margin:0 0 12px;font-size:17px;display:flex;gap:8px;align-items:baseline}h2 .en{color:var(--soft);font-weight:500;font-size:14px}
h2 small,h3 small{margin-left:auto;color:var(--soft);font-weight:400;font-size:13px}
.empty{color:var(--soft);text-align:center;padding:28px 0;margin:0;background:var(--sunk);border-radius:12px}
.more,.fine{color:var(--soft);font-size:12.5px;margin:4px 0 0;overflow-wrap:anywhere}
code{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:12px}
.phone{border:1px solid var(--line);border-radius:22px;padding:14px 12px 12px;margin-top:12px;background:var(--sunk)}
.phone h3{margin:0 4px 10px;font-size:15px;display:flex}
.note{background:var(--card);border-radius:14px;padding:10px 12px;box-shadow:0 1px 3px #0000001a;margin-top:8px}
.note header{display:flex;align-items:center;gap:8px;font-size:12.5px;color:var(--soft)}
.note time{margin-left:auto;font-variant-numeric:tabular-nums}
.mark{width:22px;height:22px;border-radius:6px;display:grid;place-items:center;color:#fff;font-size:13px;background:var(--dot)}
.weapp{--dot:#07a34f;--tone:var(--weapp)}.alipay{--dot:#1268e8;--tone:var(--alipay)}.dd{--dot:#0f7fc9;--tone:var(--dd)}
.note h4{margin:6px 0 4px;font-size:15px}
dl{margin:0;font-size:13.5px}dl div{display:flex;gap:10px}dt{color:var(--soft);flex:0 0 auto;min-width:4.5em}dt:empty{display:none}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
.note footer{margin-top:6px;padding-top:6px;border-top:1px solid var(--line);color:var(--soft);font:12px ui-monospace,Menlo,monospace;overflow-wrap:anywhere}
.people{margin:12px 0 0;font-size:13px;color:var(--soft);display:flex;flex-wrap:wrap;gap:6px;align-items:center}.people i{font-style:normal;background:var(--sunk);border-radius:99px;padding:2px 10px;color:var(--ink)}
.payment{border:1px solid var(--line);border-radius:14px;padding:12px;margin-top:10px}
.payment header{display:flex;gap:8px;align-items:center;font-size:13px}
.chip{color:var(--tone);border:1px solid currentColor;border-radius:6px;padding:0 6px;font-weight:600;font-size:12px;white-space:nowrap}
.who{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--soft)}
.pill{margin-left:auto;border-radius:99px;padding:2px 10px;font-size:12.5px;font-weight:600;white-space:nowrap}.pill em{font-weight:400;opacity:.85}
.good{color:var(--good);background:var(--goodbg)}.wait{color:var(--wait);background:var(--waitbg)}.back{color:var(--back);background:var(--backbg)}.bad{color:var(--bad);background:var(--badbg)}.off{color:var(--off);background:var(--offbg)}
.sum{margin:6px 0 0;display:flex;gap:10px;align-items:baseline;flex-wrap:wrap}.sum strong{font-size:20px;font-variant-numeric:tabular-nums}
.heard{color:var(--good)}.unheard{color:var(--wait)}
.buttons{display:flex;flex-wrap:wrap;gap:6px}.buttons:not(:empty){margin-top:10px}
button{border:1px solid var(--line);background:var(--sunk);border-radius:10px;padding:5px 9px;cursor:pointer;font-size:13px;min-height:36px}
button em{margin-left:4px;color:var(--soft);font-size:12px}
button:hover{border-color:var(--soft)}button:disabled{opacity:.5}
button.pay{background:#07a34f;border-color:#07a34f;color:#fff}button.pay em{color:#eafff2}
button.fail{color:var(--bad)}
.reset{width:100%;margin-bottom:8px}
fieldset{min-width:0;border:0;margin:8px 0 0;padding:0}legend{padding:8px 0 2px;font-weight:600;font-size:14px}legend .en{color:var(--soft);font-weight:400}
.switch{display:flex;gap:12px;align-items:center;padding:8px 10px;border-top:1px solid var(--line)}
.switch p{margin:0;flex:1;min-width:0;line-height:1.35}.switch p b{font-weight:500;font-size:14px;display:block}.switch p span{color:var(--soft);font-size:12px}
.switch.changed{background:var(--waitbg);border-radius:10px;border-color:transparent}
.switch select{max-width:46%;font-size:13px}.number{display:flex;gap:4px;align-items:center;color:var(--soft);font-size:12px}.number input{width:92px;color:var(--ink)}
input[role=switch]{appearance:none;width:44px;height:26px;border-radius:99px;background:var(--line);margin:0;position:relative;cursor:pointer;flex:none;transition:background .15s}
input[role=switch]::after{content:"";position:absolute;inset:3px auto 3px 3px;width:20px;border-radius:50%;background:#fff;box-shadow:0 1px 2px #0005;transition:translate .15s}
input[role=switch]:checked{background:#1268e8}.changed input[role=switch]:checked{background:#c2410c}input[role=switch]:checked::after{translate:18px}
#told{position:fixed;inset:auto 16px 16px;margin:auto;width:fit-content;max-width:calc(100% - 32px);background:var(--ink);color:var(--card);padding:8px 16px;border-radius:99px;opacity:0;transition:opacity .2s;pointer-events:none;font-size:14px}
#told.on{opacity:1}
@media(max-width:1100px){main{grid-template-columns:1fr 1fr}.side{grid-column:1/-1}.figures{grid-template-columns:repeat(3,1fr)}}
@media(max-width:720px){main{grid-template-columns:minmax(0,1fr);padding:12px;gap:12px}.figures{padding:0 12px;margin-top:12px}.figures div{padding:8px 10px}.figures b{font-size:19px}
.top>div{padding:8px 12px}nav{order:3;margin:0;width:100%;justify-content:space-between}nav a{padding:6px 8px}nav .en{display:none}form{margin-left:auto}form input{width:120px}html{scroll-padding-top:100px}button{min-height:40px}.panel{padding:14px 12px}}
`;
