import { View } from "@tarojs/components";
import {
  Avatar,
  Badge,
  BarChart,
  Card,
  Eta,
  Photo,
  Price,
  PriceLine,
  Rating,
  SectionTitle,
  Tag,
  Timeline,
} from "@/ui";
import "./gallery.scss";

const steps = [
  { key: "paid", title: "已支付", time: "11:42", state: "done" },
  { key: "cooking", title: "商家正在制作", text: "一食堂 · 川味小炒", time: "11:45", state: "done" },
  { key: "way", title: "骑手正在送来", text: "前面还有 2 单", time: "11:58", state: "now" },
  { key: "there", title: "送到 学生公寓 3 号楼", state: "next" },
] as const;
const week = ["一", "二", "三", "四", "五"].map((label, index) => ({
  key: label,
  label,
  value: [2, 1, 2, 0, 0][index] ?? 0,
  tone: index > 2 ? ("danger" as const) : ("brand" as const),
}));

export function Displays() {
  return (
    <>
      <SectionTitle end={<Tag tone="brand">营业中</Tag>}>附近的店</SectionTitle>
      <Card onTap={() => undefined} label="川味小炒">
        <View className="gallery-shop">
          <Photo src={null} name="川味小炒" />
          <View className="gallery-shop__main">
            <View className="gallery-shop__name">川味小炒（一食堂二楼）</View>
            <View className="gallery-shop__line">
              <Rating mean={4.8} count={326} none="暂无评价" />
              <View className="gallery-shop__far">约 25 分钟 · 430 m</View>
            </View>
            <View className="gallery-shop__far">起送 ¥15 · 配送 ¥2</View>
            <View className="gallery-shop__line">
              <Tag tone="food">满 30 减 5</Tag>
              <Tag tone="success">清真</Tag>
              <Tag>可自取</Tag>
            </View>
          </View>
        </View>
      </Card>
      <Card>
        <PriceLine name="宫保鸡丁" note="×2" fen={3600} />
        <PriceLine name="配送费" fen={200} />
        <PriceLine name="满减" fen={-500} />
        <PriceLine name="合计" fen={3300} strong />
        <View className="gallery-shop__line">
          <Price fen={1250} was={1600} size="l" />
          <Price fen={3300} size="xl" exact />
          <Price fen={800} size="s" tone="muted" />
          <Badge count={3} />
          <Badge count={120} />
        </View>
      </Card>
      <Card>
        <View className="gallery-state">
          <Eta from={1_783_570_500_000} to={1_783_571_100_000} /> 送达
        </View>
        <Timeline steps={steps} />
      </Card>
      <Card>
        <BarChart bars={week} unit="单" />
        <View className="gallery-shop__line">
          <Avatar name="林晓" size="s" />
          <Avatar name="王骑手" />
          <Avatar name="陈老师" size="l" />
          <Tag tone="warning">等候 8 分钟</Tag>
          <Tag tone="danger">超时</Tag>
        </View>
      </Card>
    </>
  );
}
