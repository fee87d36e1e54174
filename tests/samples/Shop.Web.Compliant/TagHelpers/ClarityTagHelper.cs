using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shop.Web.TagHelpers;

/// <summary>The tag for pages that partners embed, once the visitor has agreed.</summary>
[HtmlTargetElement("clarity")]
public sealed class ClarityTagHelper : TagHelper
{
    public string Project { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var consent = ViewContext.HttpContext.Features.Get<ITrackingConsentFeature>();
        if (consent is null || !consent.CanTrack)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
        output.Content.SetHtmlContent($@"<script>(function(c,l,a,r,i,t,y){{c[a]=c[a]||function(){{(c[a].q=c[a].q||[]).push(arguments)}};t=l.createElement(r);t.async=1;t.src=""https://www.clarity.ms/tag/""+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y)}})(window,document,""clarity"",""script"",""{Project}"");</script>");
    }
}
