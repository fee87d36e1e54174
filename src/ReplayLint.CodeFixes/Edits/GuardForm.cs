namespace ReplayLint.CodeFixes.Edits;

/// <summary>What is put behind a guard, and how.</summary>
internal enum GuardForm
{
    /// <summary>A statement gets an <c>if</c>.</summary>
    Statement,

    /// <summary>The <c>if</c> that a statement has asks for consent too.</summary>
    Condition,

    /// <summary>A function that is one expression gets a block with an <c>if</c>.</summary>
    Body,

    /// <summary>A value is written only with consent, and one that records nothing otherwise.</summary>
    Value,

    /// <summary>A call whose result is used gives null instead, or a task that is done.</summary>
    Call,

    /// <summary>A text that is a script is empty instead.</summary>
    Text,

    /// <summary>The method that fills an element leaves the element out before it does.</summary>
    Element,
}
