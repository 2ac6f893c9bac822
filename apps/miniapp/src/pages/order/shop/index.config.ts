export default definePageConfig({ navigationBarTitleText: "店铺", disableScroll: true });
