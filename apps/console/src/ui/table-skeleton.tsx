/** The table before its rows: the same heights, so that nothing jumps when they come. */
export function TableSkeleton() {
  return (
    <div className="table-skeleton" aria-busy="true">
      {Array.from({ length: 14 }, (_, row) => `row-${row}`).map((key) => (
        <div key={key} className="table-skeleton-row">
          <i style={{ width: 48 }} />
          <i style={{ width: 40 }} />
          <i style={{ width: 66 }} />
          <i style={{ width: 120 }} />
          <i style={{ width: 96 }} />
          <i style={{ width: 110 }} />
          <i style={{ width: 52 }} />
        </div>
      ))}
    </div>
  );
}
