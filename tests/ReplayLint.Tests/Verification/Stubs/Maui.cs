// The few types of .NET MAUI that the recorders' signatures name.
namespace Microsoft.Maui.Controls
{
    public class BindableProperty { }

    public class BindableObject
    {
        public object GetValue(BindableProperty property) => null;
        public void SetValue(BindableProperty property, object value) { }
    }

    public class Element : BindableObject { }
    public class VisualElement : Element { }
    public class View : VisualElement { }
    public class Page : VisualElement { }
    public class ContentPage : Page { protected virtual void OnAppearing() { } }
    public class Entry : View { }
    public class Label : View { }
    public class Button : View { }
    public class Application : Element { protected virtual void OnStart() { } }
}

namespace Microsoft.Maui.Hosting
{
    public sealed class MauiApp { public static MauiAppBuilder CreateBuilder() => new MauiAppBuilder(); }
    public sealed class MauiAppBuilder { public MauiApp Build() => new MauiApp(); }
}

namespace Microsoft.Maui.Controls.Hosting
{
    public static class AppHostBuilderExtensions
    {
        public static Microsoft.Maui.Hosting.MauiAppBuilder UseMauiApp<TApp>(this Microsoft.Maui.Hosting.MauiAppBuilder builder) where TApp : class => builder;
    }
}
