import { EmptyState, Page } from "@/ui";

export default function RiderTasksPage() {
  return (
    <Page title="配送">
      <EmptyState art="bowl" title="配送" />
    </Page>
  );
}
