export default definePageConfig({ navigationBarTitleText: "营业数据", enablePullDownRefresh: true });
