export default definePageConfig({ navigationBarTitleText: "关怀提醒", enablePullDownRefresh: true });
