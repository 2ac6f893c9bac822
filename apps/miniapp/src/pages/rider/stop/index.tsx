import { EmptyState, Page } from "@/ui";

export default function RiderStopPage() {
  return (
    <Page title="送达">
      <EmptyState art="bowl" title="送达" />
    </Page>
  );
}
