import { EmptyState, Page } from "@/ui";

export default function CounselorAlertsPage() {
  return (
    <Page title="关怀">
      <EmptyState art="bowl" title="关怀" />
    </Page>
  );
}
