export default definePageConfig({ navigationBarTitleText: "接单台", enablePullDownRefresh: true });
