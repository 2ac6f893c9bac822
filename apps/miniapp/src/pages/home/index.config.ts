export default definePageConfig({ navigationBarTitleText: "三栖", enablePullDownRefresh: true });
