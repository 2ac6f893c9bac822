import { EmptyState, Page } from "@/ui";

export default function CounselorStudentPage() {
  return (
    <Page title="学生">
      <EmptyState art="bowl" title="学生" />
    </Page>
  );
}
