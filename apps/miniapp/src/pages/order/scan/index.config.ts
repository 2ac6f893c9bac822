export default definePageConfig({ navigationBarTitleText: "输入码" });
