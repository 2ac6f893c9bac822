import { router } from "../rpc/procedures.ts";
import { info as campusInfo } from "./campus/info.ts";
import { places as campusPlaces } from "./campus/places.ts";
import { alert as careAlert } from "./care/alert.ts";
import { alerts as careAlerts } from "./care/alerts.ts";
import { consent as careConsent } from "./care/consent.ts";
import { markSeen as careMarkSeen } from "./care/mark-seen.ts";
import { setConsent as careSetConsent } from "./care/set-consent.ts";
import { menu as catalogMenu } from "./catalog/menu.ts";
import { search as catalogSearch } from "./catalog/search.ts";
import { shops as catalogShops } from "./catalog/shops.ts";
import { cancelOrder as consoleCancelOrder } from "./console/cancel-order.ts";
import { departments as consoleDepartments } from "./console/departments.ts";
import { failedEvents as consoleFailedEvents } from "./console/failed-events.ts";
import { invite as consoleInvite } from "./console/invite.ts";
import { join as consoleJoin } from "./console/join.ts";
import { login as consoleLogin } from "./console/login.ts";
import { logout as consoleLogout } from "./console/logout.ts";
import { me as consoleMe } from "./console/me.ts";
import { order as consoleOrder } from "./console/order.ts";
import { orders as consoleOrders } from "./console/orders.ts";
import { people as consolePeople } from "./console/people.ts";
import { replayEvent as consoleReplayEvent } from "./console/replay-event.ts";
import { revokeRole as consoleRevokeRole } from "./console/revoke-role.ts";
import { setSoldOut as consoleSetSoldOut } from "./console/set-sold-out.ts";
import { shopMenu as consoleShopMenu } from "./console/shop-menu.ts";
import { shops as consoleShops } from "./console/shops.ts";
import { watchOrders as consoleWatchOrders } from "./console/watch-orders.ts";
import { dial as deliveryDial } from "./delivery/dial.ts";
import { route as deliveryRoute } from "./delivery/route.ts";
import { login as identityLogin } from "./identity/login.ts";
import { logout as identityLogout } from "./identity/logout.ts";
import { me as identityMe } from "./identity/me.ts";
import { redeemInvitation as identityRedeemInvitation } from "./identity/redeem-invitation.ts";
import { setProfile as identitySetProfile } from "./identity/set-profile.ts";
import { accept as merchantAccept } from "./merchant/accept.ts";
import { board as merchantBoard } from "./merchant/board.ts";
import { menu as merchantMenu } from "./merchant/menu.ts";
import { ready as merchantReady } from "./merchant/ready.ts";
import { refuse as merchantRefuse } from "./merchant/refuse.ts";
import { setSoldOut as merchantSetSoldOut } from "./merchant/set-sold-out.ts";
import { watch as merchantWatch } from "./merchant/watch.ts";
import { grant as notificationsGrant } from "./notifications/grant.ts";
import { inbox as notificationsInbox } from "./notifications/inbox.ts";
import { markRead as notificationsMarkRead } from "./notifications/mark-read.ts";
import { cancel as ordersCancel } from "./orders/cancel.ts";
import { get as ordersGet } from "./orders/get.ts";
import { list as ordersList } from "./orders/list.ts";
import { place as ordersPlace } from "./orders/place.ts";
import { quote as ordersQuote } from "./orders/quote.ts";
import { rate as ordersRate } from "./orders/rate.ts";
import { urge as ordersUrge } from "./orders/urge.ts";
import { watch as ordersWatch } from "./orders/watch.ts";
import { confirm as paymentsConfirm } from "./payments/confirm.ts";
import { prepare as paymentsPrepare } from "./payments/prepare.ts";
import { board as riderBoard } from "./rider/board.ts";
import { claim as riderClaim } from "./rider/claim.ts";
import { deliver as riderDeliver } from "./rider/deliver.ts";
import { pickUp as riderPickUp } from "./rider/pick-up.ts";
import { report as riderReport } from "./rider/report.ts";
import { watch as riderWatch } from "./rider/watch.ts";

/** The whole API; its type is all that clients import. */
export const appRouter = router({
  identity: router({
    login: identityLogin,
    me: identityMe,
    logout: identityLogout,
    setProfile: identitySetProfile,
    redeemInvitation: identityRedeemInvitation,
  }),
  campus: router({ info: campusInfo, places: campusPlaces }),
  catalog: router({ shops: catalogShops, menu: catalogMenu, search: catalogSearch }),
  orders: router({
    quote: ordersQuote,
    place: ordersPlace,
    get: ordersGet,
    list: ordersList,
    cancel: ordersCancel,
    urge: ordersUrge,
    rate: ordersRate,
    watch: ordersWatch,
  }),
  payments: router({ prepare: paymentsPrepare, confirm: paymentsConfirm }),
  delivery: router({ route: deliveryRoute, dial: deliveryDial }),
  notifications: router({
    grant: notificationsGrant,
    inbox: notificationsInbox,
    markRead: notificationsMarkRead,
  }),
  merchant: router({
    board: merchantBoard,
    accept: merchantAccept,
    refuse: merchantRefuse,
    ready: merchantReady,
    menu: merchantMenu,
    setSoldOut: merchantSetSoldOut,
    watch: merchantWatch,
  }),
  rider: router({
    board: riderBoard,
    claim: riderClaim,
    pickUp: riderPickUp,
    deliver: riderDeliver,
    report: riderReport,
    watch: riderWatch,
  }),
  care: router({
    alerts: careAlerts,
    alert: careAlert,
    markSeen: careMarkSeen,
    consent: careConsent,
    setConsent: careSetConsent,
  }),
  console: router({
    login: consoleLogin,
    join: consoleJoin,
    me: consoleMe,
    logout: consoleLogout,
    orders: consoleOrders,
    order: consoleOrder,
    cancelOrder: consoleCancelOrder,
    watchOrders: consoleWatchOrders,
    shops: consoleShops,
    shopMenu: consoleShopMenu,
    setSoldOut: consoleSetSoldOut,
    people: consolePeople,
    invite: consoleInvite,
    revokeRole: consoleRevokeRole,
    departments: consoleDepartments,
    failedEvents: consoleFailedEvents,
    replayEvent: consoleReplayEvent,
  }),
});
export type AppRouter = typeof appRouter;
