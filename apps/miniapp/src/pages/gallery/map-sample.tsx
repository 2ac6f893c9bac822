import type { Point } from "@sanqi/kernel";
import { useState } from "react";
import { Button, Card } from "@/ui";
import { CampusMap } from "@/ui/map";

const shop: Point = [121.3905, 31.3162];
const dorm: Point = [121.3866, 31.3181];
const route: Point[] = [shop, [121.3905, 31.3172], [121.3885, 31.3172], [121.3885, 31.3181], dorm];

export function MapSample() {
  const [step, setStep] = useState(1);
  const rider = route[step % route.length] ?? shop;
  return (
    <Card flush>
      <CampusMap
        campusId="cmp_gallery"
        centre={shop}
        markers={[
          { id: "shop", kind: "shop", point: shop, label: "川味小炒" },
          { id: "dorm", kind: "dorm", point: dorm, label: "3 号楼" },
          { id: "rider", kind: "rider", point: rider, label: "王师傅" },
        ]}
        route={route}
        followsRider
        size="tall"
        label="骑手离你约 300 米"
      />
      <Button id="walk" kind="plain" size="s" onTap={() => setStep(step + 1)}>
        走一步
      </Button>
    </Card>
  );
}
