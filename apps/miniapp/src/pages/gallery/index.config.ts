export default definePageConfig({ navigationBarTitleText: "组件 Components", enablePullDownRefresh: true });
