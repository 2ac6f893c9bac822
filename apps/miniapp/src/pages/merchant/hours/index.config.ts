export default definePageConfig({ navigationBarTitleText: "营业时间", enablePullDownRefresh: true });
