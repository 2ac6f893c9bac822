import type { CampusId } from "@sanqi/kernel";
import type { CareDeps } from "./deps.ts";
import type { DepartmentRow, MealRow, StudentRow } from "./ports.ts";

/** What comes from the campus instead of from the people: repeated imports of the same rows change nothing. */
export type CareImports = {
  upsertDepartments(campusId: CampusId, rows: readonly DepartmentRow[]): Promise<void>;
  /** Throws where a student number belongs to another account or a department does not exist; then nothing is imported. */
  importStudents(campusId: CampusId, rows: readonly StudentRow[]): Promise<void>;
  /** Counts of past days. Without consent nothing is kept: `skipped` says how many rows that were. */
  importMealHistory(
    campusId: CampusId,
    rows: readonly MealRow[],
  ): Promise<{ imported: number; skipped: number }>;
};

export function imports({ store, clock }: CareDeps): CareImports {
  return {
    upsertDepartments: (campusId, rows) => store.upsertDepartments(campusId, rows, clock.now()),
    importStudents: (campusId, rows) => store.upsertStudents(campusId, rows, clock.now()),
    async importMealHistory(campusId, rows) {
      const kept = rows.filter((row) => row.meals > 0);
      const imported = await store.inTransaction(async (records) => {
        // Nobody withdraws consent while days are written because of it.
        await records.lockForReview(campusId);
        return records.importMeals(campusId, kept);
      });
      return { imported, skipped: rows.length - imported };
    },
  };
}
