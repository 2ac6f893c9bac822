export default definePageConfig({ navigationBarTitleText: "这一站", enablePullDownRefresh: true });
