export default definePageConfig({ navigationBarTitleText: "接单设置", enablePullDownRefresh: true });
