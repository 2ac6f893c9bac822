import { lazy } from "react";
import { createBrowserRouter } from "react-router";
import { Shell } from "./features/shell/shell.tsx";
import { JoinPage } from "./pages/join-page.tsx";
import { LoginPage } from "./pages/login-page.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";

const OverviewPage = lazy(() =>
  import("./pages/overview-page.tsx").then((m) => ({ default: m.OverviewPage })),
);
const OrdersPage = lazy(() => import("./pages/orders-page.tsx").then((m) => ({ default: m.OrdersPage })));
const OrderPage = lazy(() => import("./pages/order-page.tsx").then((m) => ({ default: m.OrderPage })));
const MapPage = lazy(() => import("./pages/map-page.tsx").then((m) => ({ default: m.MapPage })));
const ShopsPage = lazy(() => import("./pages/shops-page.tsx").then((m) => ({ default: m.ShopsPage })));
const PeoplePage = lazy(() => import("./pages/people-page.tsx").then((m) => ({ default: m.PeoplePage })));
const AfterSalesPage = lazy(() =>
  import("./pages/after-sales-page.tsx").then((m) => ({ default: m.AfterSalesPage })),
);
const PhoneOrderPage = lazy(() =>
  import("./pages/phone-order-page.tsx").then((m) => ({ default: m.PhoneOrderPage })),
);
const CatalogChangesPage = lazy(() =>
  import("./pages/catalog-changes-page.tsx").then((m) => ({ default: m.CatalogChangesPage })),
);
const ReviewsPage = lazy(() => import("./pages/reviews-page.tsx").then((m) => ({ default: m.ReviewsPage })));
const OffersPage = lazy(() => import("./pages/offers-page.tsx").then((m) => ({ default: m.OffersPage })));
const MoneyPage = lazy(() => import("./pages/money-page.tsx").then((m) => ({ default: m.MoneyPage })));
const ReconciliationPage = lazy(() =>
  import("./pages/reconciliation-page.tsx").then((m) => ({ default: m.ReconciliationPage })),
);
const OperationsPage = lazy(() =>
  import("./pages/operations-page.tsx").then((m) => ({ default: m.OperationsPage })),
);

/** An order opens over the list, so that closing it finds the list where it was. */
export const createRouter = () =>
  createBrowserRouter(
    [
      { path: "/login", element: <LoginPage /> },
      { path: "/join", element: <JoinPage /> },
      {
        path: "/",
        element: <Shell />,
        children: [
          { index: true, element: <OverviewPage /> },
          {
            path: "orders",
            element: <OrdersPage />,
            children: [{ path: ":orderId", element: <OrderPage /> }],
          },
          { path: "map", element: <MapPage /> },
          { path: "shops/:shopId?", element: <ShopsPage /> },
          { path: "phone-order", element: <PhoneOrderPage /> },
          { path: "after-sales", element: <AfterSalesPage /> },
          { path: "changes", element: <CatalogChangesPage /> },
          { path: "reviews", element: <ReviewsPage /> },
          { path: "offers", element: <OffersPage /> },
          { path: "money/:tab?", element: <MoneyPage /> },
          { path: "reconciliation", element: <ReconciliationPage /> },
          { path: "people", element: <PeoplePage /> },
          { path: "operations/:tab?", element: <OperationsPage /> },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
    { basename: import.meta.env.BASE_URL.replace(/\/$/, "") },
  );
