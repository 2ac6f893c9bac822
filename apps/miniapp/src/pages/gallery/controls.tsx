import { View } from "@tarojs/components";
import { useState } from "react";
import {
  Button,
  Card,
  ListRow,
  RatingInput,
  SearchBar,
  SearchDoor,
  SectionTitle,
  Stepper,
  Switch,
  Tabs,
  TextArea,
  TextField,
} from "@/ui";

const filters = [
  { key: "all", label: "全部" },
  { key: "open", label: "营业中" },
  { key: "halal", label: "清真" },
  { key: "fast", label: "30 分钟内" },
] as const;
const columns = [
  { key: "new", label: "新订单", count: 4 },
  { key: "cooking", label: "制作中", count: 2 },
  { key: "ready", label: "待取餐", count: 0 },
] as const;

export function Controls() {
  const [filter, setFilter] = useState<(typeof filters)[number]["key"]>("all");
  const [column, setColumn] = useState<(typeof columns)[number]["key"]>("new");
  const [count, setCount] = useState(2);
  const [on, setOn] = useState(true);
  const [stars, setStars] = useState(4);
  const [text, setText] = useState("");
  return (
    <>
      <SectionTitle>控件</SectionTitle>
      <Tabs items={filters} value={filter} onChange={setFilter} kind="chips" />
      <Tabs items={columns} value={column} onChange={setColumn} kind="segment" />
      <Tabs items={columns} value={column} onChange={setColumn} />
      <View className="gallery-pad">
        <SearchDoor placeholder="搜索店铺或菜品" onTap={() => undefined} />
        <View className="gallery-gap" />
        <SearchBar value={text} onChange={setText} placeholder="搜索店铺或菜品" />
      </View>
      <Card>
        <View className="gallery-shop__line">
          <Stepper value={count} onChange={setCount} max={5} label="宫保鸡丁" />
          <Stepper value={0} onChange={setCount} label="酸梅汤" />
          <Switch on={on} onChange={setOn} label="需要餐具" />
          <Switch on={!on} onChange={setOn} label="打包" />
        </View>
        <TextField
          label="联系电话（可不填）"
          value={text}
          onChange={setText}
          placeholder="骑手联系你时使用"
          hint="只在配送中可见"
        />
        <TextField label="邀请码" value="ABC" onChange={setText} error="邀请码无效、已使用或已过期" />
        <TextArea label="备注" value={text} onChange={setText} placeholder="少放辣，谢谢" maxLength={100} />
        <RatingInput value={stars} onChange={setStars} label="味道" />
      </Card>
      <Card>
        <Button>主要操作</Button>
        <View className="gallery-gap" />
        <Button loading>正在支付</Button>
        <View className="gallery-gap" />
        <Button kind="quiet" icon="phone">
          联系骑手
        </Button>
        <View className="gallery-gap" />
        <Button kind="plain">次要操作</Button>
        <View className="gallery-gap" />
        <Button kind="danger">拒绝订单</Button>
        <View className="gallery-gap" />
        <Button disabled>还差 ¥3 起送</Button>
        <View className="gallery-shop__line">
          <Button size="s">再来一单</Button>
          <Button size="s" kind="plain">
            评价
          </Button>
          <Button size="s" kind="quiet">
            催一催
          </Button>
        </View>
      </Card>
      <Card flush>
        <ListRow icon="pin" title="学生公寓 3 号楼" text="送到北门取餐点" onTap={() => undefined} />
        <ListRow icon="bell" title="消息通知" end="已开启" onTap={() => undefined} />
        <ListRow title="语言 Language" end="中文" />
      </Card>
    </>
  );
}
