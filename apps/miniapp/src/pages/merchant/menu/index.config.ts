export default definePageConfig({ navigationBarTitleText: "菜单", enablePullDownRefresh: true });
