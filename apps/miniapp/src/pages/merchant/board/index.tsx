import { EmptyState, Page } from "@/ui";

export default function MerchantBoardPage() {
  return (
    <Page title="接单台">
      <EmptyState art="bowl" title="接单台" />
    </Page>
  );
}
