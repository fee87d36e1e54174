using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Readers;
using ReplayLint.Tests.Readers.Markup;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks;

/// <summary>The views, pages and scripts of an application as large as ten: lists, forms and scripts around the pages of the tests. No file mentions a recorder.</summary>
internal sealed record GeneratedPages(string Name, ImmutableArray<AdditionalText> Files)
{
    private const int Sets = 60;

    /// <summary>By the language in which they are written.</summary>
    public static ImmutableArray<GeneratedPages> All { get; } =
    [
        new("Razor views", Make(".cshtml", static (random, i) => List(random, i) + MarkupPages.Layout + MarkupPages.Form + MarkupPages.ViewComponent)),
        new("Razor components", Make(".razor", static (random, i) => "@page \"/list/" + i + "\"\n" + List(random, i) + MarkupPages.Component)),
        new("HTML", Make(".html", static (random, i) => MarkupPages.Html + Table(random, i))),
        new("scripts", Make(".js", static (random, i) => Script(random, i))),
    ];

    /// <summary>How long the texts are, in characters; nearly all take a byte in a file.</summary>
    public long Length { get; } = Files.Sum(static file => (long)file.GetText()!.Length);

    public override string ToString() => Name;

    private static ImmutableArray<AdditionalText> Make(string ending, Func<Random, int, string> write)
    {
        var files = ImmutableArray.CreateBuilder<AdditionalText>();
        for (var i = 0; i < Sets; i++)
        {
            var text = write(new Random(i), i);
            if (RecorderCatalog.BuiltIn.Scripts.MayConcern(text))
                throw new InvalidOperationException("A page that is to be measured without a recorder mentions one.");

            files.Add(new TestFile($"/shop/Views/File{i}{ending}", text));
        }

        return files.ToImmutable();
    }

    private static string List(Random random, int number)
    {
        var text = new StringBuilder();
        for (var section = 0; section < 12; section++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                @* What is sold in section {{section}}. *@
                <section class="products products-{{section}}" id="section-{{number}}-{{section}}">
                    <h2 class="title">@Localizer["Section{{section}}"] <small>(@Model.Sections[{{section}}].Count)</small></h2>
                    @if (Model.Sections[{{section}}].Products.Any(p => p.Price < {{random.Next(100)}}m && p.Name != "none"))
                    {
                        <ul class="list @(Model.IsWide ? "wide" : "narrow")">
                            @foreach (var product in Model.Sections[{{section}}].Products)
                            {
                                <li data-id="@product.Id" class="product">
                                    <a href="~/product/@product.Id" title="@product.Name (@product.Price.ToString("C"))"><img src="@product.Image" alt="" loading="lazy" /></a>
                                    <p>@product.Description {{Words(random, 30)}}</p>
                                    <form asp-action="Add" asp-route-id="@product.Id" method="post">
                                        <input type="hidden" name="count" value="1" />
                                        <button type="submit" class="btn btn-primary" disabled="@(product.Stock == 0)">@Localizer["Add"]</button>
                                    </form>
                                </li>
                            }
                        </ul>
                    }
                    else
                    {
                        <p>@Localizer["Nothing"] {{Words(random, 20)}}</p>
                    }
                </section>
                """);
        }

        return text.ToString();
    }

    private static string Table(Random random, int number)
    {
        var text = new StringBuilder("<table class=\"prices\">\n");
        for (var row = 0; row < 60; row++)
            text.AppendLine(CultureInfo.InvariantCulture, $"<tr id=\"row-{number}-{row}\"><td class=name>{Words(random, 6)}</td><td class=\"price\">{random.Next(1000)}&nbsp;EUR</td><td><a href=\"/product/{row}?a=1&amp;b=2\">{Words(random, 3)}</a><br></td></tr>");

        return text.Append("</table>\n").ToString();
    }

    private static string Script(Random random, int number)
    {
        var text = new StringBuilder();
        for (var part = 0; part < 30; part++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                // {{Words(random, 12)}}
                export function show{{number}}_{{part}}(items, options = {}) {
                  const list = document.querySelector('#list-{{part}}');
                  if (!list || items.length === 0) return null;
                  const settings = { limit: {{random.Next(100)}}, title: "{{Words(random, 4)}}", ...options };
                  items.filter(item => item.price < settings.limit && item.name).forEach((item, index) => {
                    const row = document.createElement('li');
                    row.textContent = `${index}: ${item.name} ${item.price.toFixed(2)}`;
                    row.addEventListener('click', async () => { await send('/cart', { id: item.id, count: 1 }); update(row); });
                    list.appendChild(row);
                  });
                  return list;
                }
                """);
        }

        return text.ToString();
    }

    private static string Words(Random random, int count)
    {
        string[] words = ["red", "bicycle", "with", "a", "basket", "for", "the", "market", "delivered", "tomorrow", "in", "three", "colours", "and", "two", "sizes"];
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
    }
}
