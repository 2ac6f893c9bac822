export default definePageConfig({ navigationBarTitleText: "配送", enablePullDownRefresh: true });
