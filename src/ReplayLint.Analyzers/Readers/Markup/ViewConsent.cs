using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>The consent state of places in one view: by the C# that the Razor compiler made of it, or else by its text.</summary>
internal sealed class ViewConsent(WebFile file, ReplayContext replay, ConsentGuards guards, TextConsent text, CancellationToken cancellation)
{
    private readonly Lazy<GeneratedView?> _generated = new(() => GeneratedView.Find(replay.Models.Compilation, file.Path, cancellation));
    private readonly Lazy<ProjectFlows> _flows = new(() => new ProjectFlows(replay.Mentions, guards, cancellation));

    public ConsentState At(MarkupDocument page, TextSpan place)
    {
        if (file.Kind is not (WebFileKind.Cshtml or WebFileKind.Razor))
            return ConsentState.NotGranted;

        var byText = text.At(page, place, file.Path);
        if (_generated.Value?.StatementAt(file.PositionAt(place.Start)) is not { } statement
            || _flows.Value.Around(statement, replay.Models.Of(statement.SyntaxTree)) is not { } flow)
        {
            return byText;
        }

        // The code decides. Where it says nothing, a view that others put in place may still be gated there.
        var byCode = flow.StateAt(statement);
        return byCode == ConsentState.NotGranted && TextConsent.IsPutInPlaceByOthers(file.Path) ? ConsentState.Unknown : byCode;
    }
}
