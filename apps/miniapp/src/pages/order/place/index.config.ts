export default definePageConfig({ navigationBarTitleText: "送到哪里" });
