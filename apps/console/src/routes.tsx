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
const EventsPage = lazy(() => import("./pages/events-page.tsx").then((m) => ({ default: m.EventsPage })));

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
          { path: "people", element: <PeoplePage /> },
          { path: "events", element: <EventsPage /> },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
    { basename: import.meta.env.BASE_URL.replace(/\/$/, "") },
  );
