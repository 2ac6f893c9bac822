import { EmptyState, Page } from "@/ui";

export default function MerchantMenuPage() {
  return (
    <Page title="菜单">
      <EmptyState art="bowl" title="菜单" />
    </Page>
  );
}
