using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shop.Web.TagHelpers;

/// <summary>The tag for pages that partners embed.</summary>
[HtmlTargetElement("clarity")]
public sealed class ClarityTagHelper : TagHelper
{
    public string Project { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Project))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
        output.Content.SetHtmlContent($@"<script>(function(c,l,a,r,i,t,y){{c[a]=c[a]||function(){{(c[a].q=c[a].q||[]).push(arguments)}};t=l.createElement(r);t.async=1;t.src=""https://www.clarity.ms/tag/""+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y)}})(window,document,""clarity"",""script"",""{Project}"");</script>"); // expect: RPL1001 RPL5001
    }
}
