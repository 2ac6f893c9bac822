import { EmptyState, Page } from "@/ui";

export default function MePage() {
  return (
    <Page title="我的" tab>
      <EmptyState art="bowl" title="我的" />
    </Page>
  );
}
