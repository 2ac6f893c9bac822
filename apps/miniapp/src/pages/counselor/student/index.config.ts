export default definePageConfig({ navigationBarTitleText: "同学近况" });
