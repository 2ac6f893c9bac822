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
import { table as catalogTable } from "./catalog/table.ts";
import { afterSales as consoleAfterSales } from "./console/after-sales.ts";
import { ambiguousMessages as consoleAmbiguousMessages } from "./console/ambiguous-messages.ts";
import { attention as consoleAttention } from "./console/attention.ts";
import { billRuns as consoleBillRuns } from "./console/bill-runs.ts";
import { breakers as consoleBreakers } from "./console/breakers.ts";
import { cancelOrder as consoleCancelOrder } from "./console/cancel-order.ts";
import { catalogChanges as consoleCatalogChanges } from "./console/catalog-changes.ts";
import { changePayout as consoleChangePayout } from "./console/change-payout.ts";
import { complainFor as consoleComplainFor } from "./console/complain-for.ts";
import { decideAfterSale as consoleDecideAfterSale } from "./console/decide-after-sale.ts";
import { departments as consoleDepartments } from "./console/departments.ts";
import { difference as consoleDifference } from "./console/difference.ts";
import { differences as consoleDifferences } from "./console/differences.ts";
import { editableMenu as consoleEditableMenu } from "./console/editable-menu.ts";
import { endOffer as consoleEndOffer } from "./console/end-offer.ts";
import { failedEvents as consoleFailedEvents } from "./console/failed-events.ts";
import { giveCoupons as consoleGiveCoupons } from "./console/give-coupons.ts";
import { hideReview as consoleHideReview } from "./console/hide-review.ts";
import { invite as consoleInvite } from "./console/invite.ts";
import { jobs as consoleJobs } from "./console/jobs.ts";
import { join as consoleJoin } from "./console/join.ts";
import { ledger as consoleLedger } from "./console/ledger.ts";
import { login as consoleLogin } from "./console/login.ts";
import { logout as consoleLogout } from "./console/logout.ts";
import { me as consoleMe } from "./console/me.ts";
import { offerChanges as consoleOfferChanges } from "./console/offer-changes.ts";
import { offers as consoleOffers } from "./console/offers.ts";
import { order as consoleOrder } from "./console/order.ts";
import { orderPostings as consoleOrderPostings } from "./console/order-postings.ts";
import { orders as consoleOrders } from "./console/orders.ts";
import { payouts as consolePayouts } from "./console/payouts.ts";
import { payoutsFile as consolePayoutsFile } from "./console/payouts-file.ts";
import { people as consolePeople } from "./console/people.ts";
import { placeByPhone as consolePlaceByPhone } from "./console/place-by-phone.ts";
import { preparePayouts as consolePreparePayouts } from "./console/prepare-payouts.ts";
import { quote as consoleQuote } from "./console/quote.ts";
import { reconcile as consoleReconcile } from "./console/reconcile.ts";
import { recordTransfer as consoleRecordTransfer } from "./console/record-transfer.ts";
import { replayEvent as consoleReplayEvent } from "./console/replay-event.ts";
import { resolveDifference as consoleResolveDifference } from "./console/resolve-difference.ts";
import { retrySaga as consoleRetrySaga } from "./console/retry-saga.ts";
import { reviews as consoleReviews } from "./console/reviews.ts";
import { revokeRole as consoleRevokeRole } from "./console/revoke-role.ts";
import { runJobAgain as consoleRunJobAgain } from "./console/run-job-again.ts";
import { saga as consoleSaga } from "./console/saga.ts";
import { sagas as consoleSagas } from "./console/sagas.ts";
import { saveOffer as consoleSaveOffer } from "./console/save-offer.ts";
import { saveShareReceiver as consoleSaveShareReceiver } from "./console/save-share-receiver.ts";
import { setCampusTerms as consoleSetCampusTerms } from "./console/set-campus-terms.ts";
import { setDeliveryFee as consoleSetDeliveryFee } from "./console/set-delivery-fee.ts";
import { setShopTerms as consoleSetShopTerms } from "./console/set-shop-terms.ts";
import { setSoldOut as consoleSetSoldOut } from "./console/set-sold-out.ts";
import { settleShare as consoleSettleShare } from "./console/settle-share.ts";
import { shareReceivers as consoleShareReceivers } from "./console/share-receivers.ts";
import { shopMenu as consoleShopMenu } from "./console/shop-menu.ts";
import { shops as consoleShops } from "./console/shops.ts";
import { statement as consoleStatement } from "./console/statement.ts";
import { statementFile as consoleStatementFile } from "./console/statement-file.ts";
import { stuckShares as consoleStuckShares } from "./console/stuck-shares.ts";
import { terms as consoleTerms } from "./console/terms.ts";
import { watchOrders as consoleWatchOrders } from "./console/watch-orders.ts";
import { dial as deliveryDial } from "./delivery/dial.ts";
import { route as deliveryRoute } from "./delivery/route.ts";
import { login as identityLogin } from "./identity/login.ts";
import { logout as identityLogout } from "./identity/logout.ts";
import { me as identityMe } from "./identity/me.ts";
import { redeemInvitation as identityRedeemInvitation } from "./identity/redeem-invitation.ts";
import { setProfile as identitySetProfile } from "./identity/set-profile.ts";
import { accept as merchantAccept } from "./merchant/accept.ts";
import { addDish as merchantAddDish } from "./merchant/add-dish.ts";
import { afterSales as merchantAfterSales } from "./merchant/after-sales.ts";
import { answerAfterSale as merchantAnswerAfterSale } from "./merchant/answer-after-sale.ts";
import { answerReview as merchantAnswerReview } from "./merchant/answer-review.ts";
import { arrangeCategories as merchantArrangeCategories } from "./merchant/arrange-categories.ts";
import { board as merchantBoard } from "./merchant/board.ts";
import { changes as merchantChanges } from "./merchant/changes.ts";
import { daySummary as merchantDaySummary } from "./merchant/day-summary.ts";
import { editDish as merchantEditDish } from "./merchant/edit-dish.ts";
import { editShop as merchantEditShop } from "./merchant/edit-shop.ts";
import { editableMenu as merchantEditableMenu } from "./merchant/editable-menu.ts";
import { endOffer as merchantEndOffer } from "./merchant/end-offer.ts";
import { handOver as merchantHandOver } from "./merchant/hand-over.ts";
import { menu as merchantMenu } from "./merchant/menu.ts";
import { offers as merchantOffers } from "./merchant/offers.ts";
import { pause as merchantPause } from "./merchant/pause.ts";
import { ready as merchantReady } from "./merchant/ready.ts";
import { refuse as merchantRefuse } from "./merchant/refuse.ts";
import { removeDish as merchantRemoveDish } from "./merchant/remove-dish.ts";
import { removeTable as merchantRemoveTable } from "./merchant/remove-table.ts";
import { restoreDish as merchantRestoreDish } from "./merchant/restore-dish.ts";
import { reviews as merchantReviews } from "./merchant/reviews.ts";
import { saveOffer as merchantSaveOffer } from "./merchant/save-offer.ts";
import { setHours as merchantSetHours } from "./merchant/set-hours.ts";
import { setLeft as merchantSetLeft } from "./merchant/set-left.ts";
import { setSoldOut as merchantSetSoldOut } from "./merchant/set-sold-out.ts";
import { setTable as merchantSetTable } from "./merchant/set-table.ts";
import { startCooking as merchantStartCooking } from "./merchant/start-cooking.ts";
import { statement as merchantStatement } from "./merchant/statement.ts";
import { ticket as merchantTicket } from "./merchant/ticket.ts";
import { watch as merchantWatch } from "./merchant/watch.ts";
import { grant as notificationsGrant } from "./notifications/grant.ts";
import { inbox as notificationsInbox } from "./notifications/inbox.ts";
import { markRead as notificationsMarkRead } from "./notifications/mark-read.ts";
import { cancel as ordersCancel } from "./orders/cancel.ts";
import { complain as ordersComplain } from "./orders/complain.ts";
import { coupons as ordersCoupons } from "./orders/coupons.ts";
import { get as ordersGet } from "./orders/get.ts";
import { list as ordersList } from "./orders/list.ts";
import { place as ordersPlace } from "./orders/place.ts";
import { quote as ordersQuote } from "./orders/quote.ts";
import { rate as ordersRate } from "./orders/rate.ts";
import { reviews as ordersReviews } from "./orders/reviews.ts";
import { urge as ordersUrge } from "./orders/urge.ts";
import { watch as ordersWatch } from "./orders/watch.ts";
import { withdrawComplaint as ordersWithdrawComplaint } from "./orders/withdraw-complaint.ts";
import { byCode as paymentsByCode } from "./payments/by-code.ts";
import { confirm as paymentsConfirm } from "./payments/confirm.ts";
import { confirmOrder as paymentsConfirmOrder } from "./payments/confirm-order.ts";
import { health as paymentsHealth } from "./payments/health.ts";
import { ofOrder as paymentsOfOrder } from "./payments/of-order.ts";
import { payCode as paymentsPayCode } from "./payments/pay-code.ts";
import { prepare as paymentsPrepare } from "./payments/prepare.ts";
import { prepareByCode as paymentsPrepareByCode } from "./payments/prepare-by-code.ts";
import { status as paymentsStatus } from "./payments/status.ts";
import { board as riderBoard } from "./rider/board.ts";
import { claim as riderClaim } from "./rider/claim.ts";
import { deliver as riderDeliver } from "./rider/deliver.ts";
import { earnings as riderEarnings } from "./rider/earnings.ts";
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
  catalog: router({ shops: catalogShops, menu: catalogMenu, search: catalogSearch, table: catalogTable }),
  orders: router({
    quote: ordersQuote,
    coupons: ordersCoupons,
    place: ordersPlace,
    get: ordersGet,
    list: ordersList,
    cancel: ordersCancel,
    urge: ordersUrge,
    rate: ordersRate,
    watch: ordersWatch,
    complain: ordersComplain,
    reviews: ordersReviews,
    withdrawComplaint: ordersWithdrawComplaint,
  }),
  payments: router({
    prepare: paymentsPrepare,
    confirm: paymentsConfirm,
    confirmOrder: paymentsConfirmOrder,
    ofOrder: paymentsOfOrder,
    payCode: paymentsPayCode,
    byCode: paymentsByCode,
    prepareByCode: paymentsPrepareByCode,
    status: paymentsStatus,
    health: paymentsHealth,
  }),
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
    addDish: merchantAddDish,
    arrangeCategories: merchantArrangeCategories,
    changes: merchantChanges,
    editDish: merchantEditDish,
    editShop: merchantEditShop,
    editableMenu: merchantEditableMenu,
    pause: merchantPause,
    removeDish: merchantRemoveDish,
    removeTable: merchantRemoveTable,
    restoreDish: merchantRestoreDish,
    setHours: merchantSetHours,
    setLeft: merchantSetLeft,
    setTable: merchantSetTable,
    setSoldOut: merchantSetSoldOut,
    offers: merchantOffers,
    saveOffer: merchantSaveOffer,
    endOffer: merchantEndOffer,
    watch: merchantWatch,
    statement: merchantStatement,
    afterSales: merchantAfterSales,
    answerAfterSale: merchantAnswerAfterSale,
    answerReview: merchantAnswerReview,
    daySummary: merchantDaySummary,
    handOver: merchantHandOver,
    reviews: merchantReviews,
    startCooking: merchantStartCooking,
    ticket: merchantTicket,
  }),
  rider: router({
    board: riderBoard,
    claim: riderClaim,
    pickUp: riderPickUp,
    deliver: riderDeliver,
    report: riderReport,
    watch: riderWatch,
    earnings: riderEarnings,
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
    orderPostings: consoleOrderPostings,
    cancelOrder: consoleCancelOrder,
    watchOrders: consoleWatchOrders,
    shops: consoleShops,
    shopMenu: consoleShopMenu,
    catalogChanges: consoleCatalogChanges,
    editableMenu: consoleEditableMenu,
    setDeliveryFee: consoleSetDeliveryFee,
    setSoldOut: consoleSetSoldOut,
    offers: consoleOffers,
    offerChanges: consoleOfferChanges,
    saveOffer: consoleSaveOffer,
    endOffer: consoleEndOffer,
    giveCoupons: consoleGiveCoupons,
    people: consolePeople,
    invite: consoleInvite,
    revokeRole: consoleRevokeRole,
    departments: consoleDepartments,
    failedEvents: consoleFailedEvents,
    replayEvent: consoleReplayEvent,
    attention: consoleAttention,
    breakers: consoleBreakers,
    ambiguousMessages: consoleAmbiguousMessages,
    saga: consoleSaga,
    sagas: consoleSagas,
    retrySaga: consoleRetrySaga,
    jobs: consoleJobs,
    runJobAgain: consoleRunJobAgain,
    changePayout: consoleChangePayout,
    ledger: consoleLedger,
    payouts: consolePayouts,
    payoutsFile: consolePayoutsFile,
    preparePayouts: consolePreparePayouts,
    recordTransfer: consoleRecordTransfer,
    setCampusTerms: consoleSetCampusTerms,
    setShopTerms: consoleSetShopTerms,
    statement: consoleStatement,
    statementFile: consoleStatementFile,
    terms: consoleTerms,
    shareReceivers: consoleShareReceivers,
    saveShareReceiver: consoleSaveShareReceiver,
    stuckShares: consoleStuckShares,
    settleShare: consoleSettleShare,
    afterSales: consoleAfterSales,
    complainFor: consoleComplainFor,
    decideAfterSale: consoleDecideAfterSale,
    hideReview: consoleHideReview,
    placeByPhone: consolePlaceByPhone,
    quote: consoleQuote,
    reviews: consoleReviews,
    resolveDifference: consoleResolveDifference,
    reconcile: consoleReconcile,
    differences: consoleDifferences,
    difference: consoleDifference,
    billRuns: consoleBillRuns,
  }),
});
export type AppRouter = typeof appRouter;
